//! The same core on the command line.

fn main() -> std::process::ExitCode {
    huhuqing::hhq::run(std::env::args_os())
}
