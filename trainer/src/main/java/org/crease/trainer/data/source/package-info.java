/** Data as it was read or made, before it is split, scaled and given a target. */
@NullMarked
package org.crease.trainer.data.source;

import org.jspecify.annotations.NullMarked;
