@NullMarked
package org.crease.homology.metric;

import org.jspecify.annotations.NullMarked;
