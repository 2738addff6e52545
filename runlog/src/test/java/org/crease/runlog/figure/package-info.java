@NullMarked
package org.crease.runlog.figure;

import org.jspecify.annotations.NullMarked;
