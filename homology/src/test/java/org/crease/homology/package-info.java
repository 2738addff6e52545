@NullMarked
package org.crease.homology;

import org.jspecify.annotations.NullMarked;
