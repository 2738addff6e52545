@NullMarked
package org.crease.probes.quotient;

import org.jspecify.annotations.NullMarked;
