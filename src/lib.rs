//! 户户清 Huhuqing.

pub mod plan;
