@NullMarked
package org.crease.probes.topology;

import org.jspecify.annotations.NullMarked;
