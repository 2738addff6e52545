@NullMarked
package org.crease.homology.distance;

import org.jspecify.annotations.NullMarked;
