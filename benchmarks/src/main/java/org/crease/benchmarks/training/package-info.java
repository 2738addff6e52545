/** Speed of training beside bare Deeplearning4j and PyTorch. */
@NullMarked
package org.crease.benchmarks.training;

import org.jspecify.annotations.NullMarked;
