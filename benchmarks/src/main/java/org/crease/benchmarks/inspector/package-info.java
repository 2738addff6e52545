/** How fast the inspector opens. */
@NullMarked
package org.crease.benchmarks.inspector;

import org.jspecify.annotations.NullMarked;
