//! Has the linker keep what it knows in the release for browsers, so that the module can be divided (xtask's `parts`).

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-check-cfg=cfg(divided)");
    let is = |name: &str, value: &str| std::env::var(name).as_deref() == Ok(value);
    if is("PROFILE", "release") && is("CARGO_CFG_TARGET_ARCH", "wasm32") {
        println!("cargo::rustc-cfg=divided");
        println!("cargo::rustc-link-arg-bin=huhuqing=--emit-relocs");
    }
}
