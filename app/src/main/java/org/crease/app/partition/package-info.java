/** {@code crease partition}: the exact linear regions of a window, as a picture and as files. */
@NullMarked
package org.crease.app.partition;

import org.jspecify.annotations.NullMarked;
