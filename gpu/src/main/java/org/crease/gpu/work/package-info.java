/** A device that several threads share, and a place on it for each piece of work. */
@NullMarked
package org.crease.gpu.work;

import org.jspecify.annotations.NullMarked;
