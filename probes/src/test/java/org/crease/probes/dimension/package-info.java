@NullMarked
package org.crease.probes.dimension;

import org.jspecify.annotations.NullMarked;
