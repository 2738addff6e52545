/** Made data: sampled shapes whose topology is known, and test functions. */
@NullMarked
package org.crease.trainer.data.toy;

import org.jspecify.annotations.NullMarked;
