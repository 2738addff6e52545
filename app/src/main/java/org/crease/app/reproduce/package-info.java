/** {@code crease reproduce}. */
@NullMarked
package org.crease.app.reproduce;

import org.jspecify.annotations.NullMarked;
