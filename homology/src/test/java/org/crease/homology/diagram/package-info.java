@NullMarked
package org.crease.homology.diagram;

import org.jspecify.annotations.NullMarked;
