@NullMarked
package org.crease.trainer.reproduction;

import org.jspecify.annotations.NullMarked;
