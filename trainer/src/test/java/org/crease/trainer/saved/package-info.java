@NullMarked
package org.crease.trainer.saved;

import org.jspecify.annotations.NullMarked;
