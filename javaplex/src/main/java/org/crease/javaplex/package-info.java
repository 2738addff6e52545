/** Vietoris-Rips persistence by JavaPlex, behind the interface of Crease's own engine: for cross-checks. */
@NullMarked
package org.crease.javaplex;

import org.jspecify.annotations.NullMarked;
