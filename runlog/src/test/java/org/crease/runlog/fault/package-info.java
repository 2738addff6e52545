/** A file system over an in-memory one that fails on demand. */
@NullMarked
package org.crease.runlog.fault;

import org.jspecify.annotations.NullMarked;
