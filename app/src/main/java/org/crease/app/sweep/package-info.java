/** {@code crease sweep}. */
@NullMarked
package org.crease.app.sweep;

import org.jspecify.annotations.NullMarked;
