@NullMarked
package org.crease.probes.projection;

import org.jspecify.annotations.NullMarked;
