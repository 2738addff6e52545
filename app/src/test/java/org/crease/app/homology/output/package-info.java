@NullMarked
package org.crease.app.homology.output;

import org.jspecify.annotations.NullMarked;
