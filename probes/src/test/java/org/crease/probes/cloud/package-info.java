@NullMarked
package org.crease.probes.cloud;

import org.jspecify.annotations.NullMarked;
