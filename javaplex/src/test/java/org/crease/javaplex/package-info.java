/** Tests against JavaPlex itself. */
@NullMarked
package org.crease.javaplex;

import org.jspecify.annotations.NullMarked;
