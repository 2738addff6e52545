/** How fast networks are cut into regions, and regions are compared. */
@NullMarked
package org.crease.benchmarks.regions;

import org.jspecify.annotations.NullMarked;
