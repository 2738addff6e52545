/** What a paper says that a sweep should find, and whether it does. */
@NullMarked
package org.crease.trainer.sweep.fact;

import org.jspecify.annotations.NullMarked;
