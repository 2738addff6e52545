/** One class that Deeplearning4j looks up by name and its release lacks. */
@NullMarked
package org.nd4j.nativeblas;

import org.jspecify.annotations.NullMarked;
