/** From a configuration to a Deeplearning4j network with weights drawn from the run's own streams. */
@NullMarked
package org.crease.trainer.network;

import org.jspecify.annotations.NullMarked;
