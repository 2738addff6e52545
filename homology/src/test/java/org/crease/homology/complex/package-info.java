@NullMarked
package org.crease.homology.complex;

import org.jspecify.annotations.NullMarked;
