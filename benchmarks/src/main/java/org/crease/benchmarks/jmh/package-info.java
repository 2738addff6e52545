/** Micro-benchmarks, run by JMH. */
@NullMarked
package org.crease.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
