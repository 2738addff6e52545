@NullMarked
package org.crease.probes.overlap;

import org.jspecify.annotations.NullMarked;
