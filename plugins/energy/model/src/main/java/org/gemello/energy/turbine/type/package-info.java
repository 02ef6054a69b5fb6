/** Turbine types as files: a description in YAML, the blade and its polars as tables. */
package org.gemello.energy.turbine.type;
