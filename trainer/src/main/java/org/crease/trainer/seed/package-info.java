/** One seed, split by name into independent random streams. */
@NullMarked
package org.crease.trainer.seed;

import org.jspecify.annotations.NullMarked;
