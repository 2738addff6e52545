@NullMarked
package org.crease.runlog.compare;

import org.jspecify.annotations.NullMarked;
