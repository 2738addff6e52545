@NullMarked
package org.crease.probes.snapshot;

import org.jspecify.annotations.NullMarked;
