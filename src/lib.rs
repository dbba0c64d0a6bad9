//! 户户清 Huhuqing.
