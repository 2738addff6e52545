/** What a configuration stands for: data, network, probe set and probes, ready for training or replay. */
@NullMarked
package org.crease.trainer.experiment;

import org.jspecify.annotations.NullMarked;
