/** Persistent homology of finite metric spaces, persistence diagrams and their summaries. Needs the JDK alone. */
@NullMarked
package org.crease.homology;

import org.jspecify.annotations.NullMarked;
