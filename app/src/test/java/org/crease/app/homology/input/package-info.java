@NullMarked
package org.crease.app.homology.input;

import org.jspecify.annotations.NullMarked;
