@NullMarked
package org.crease.homology.vector;

import org.jspecify.annotations.NullMarked;
