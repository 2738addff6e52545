@NullMarked
package org.crease.homology.representative;

import org.jspecify.annotations.NullMarked;
