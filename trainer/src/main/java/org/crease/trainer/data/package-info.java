/** From the configuration of a task to arrays: inputs and targets, split for training and testing. */
@NullMarked
package org.crease.trainer.data;

import org.jspecify.annotations.NullMarked;
