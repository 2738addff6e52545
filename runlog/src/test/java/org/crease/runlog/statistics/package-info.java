@NullMarked
package org.crease.runlog.statistics;

import org.jspecify.annotations.NullMarked;
