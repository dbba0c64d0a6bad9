//! A static server as plain as the worst one the app must live on.

use crate::Problem;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

/// Serves one folder on a free port of this machine until it is dropped or stopped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    listening: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    root: PathBuf,
    /// Begins and ends with a slash.
    prefix: String,
    ended: AtomicBool,
    requests: Mutex<Vec<String>>,
}

impl Server {
    /// Serves `root` at `/`.
    ///
    /// # Errors
    /// No port is free.
    pub fn start(root: &Path) -> Result<Self, Problem> {
        Self::start_under(root, "/")
    }

    /// Serves `root` below a path such as `/offices/xinping/`; everything outside it is 404.
    ///
    /// # Errors
    /// No port is free.
    pub fn start_under(root: &Path, prefix: &str) -> Result<Self, Problem> {
        let listener = TcpListener::bind("127.0.0.1:0").map_err(Problem::system("free port"))?;
        let address = listener.local_addr().map_err(Problem::system("free port"))?;
        let shared = Arc::new(Shared {
            root: root.to_owned(),
            prefix: prefix.to_owned(),
            ended: AtomicBool::new(false),
            requests: Mutex::default(),
        });
        let listening = Some(std::thread::spawn({
            let shared = Arc::clone(&shared);
            move || listen(&listener, &shared)
        }));
        Ok(Self {
            address,
            shared,
            listening,
        })
    }

    /// The address of the app's folder, with a slash at its end.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.shared.prefix)
    }

    /// The paths asked for so far, in order.
    pub fn requests(&self) -> Vec<String> {
        self.shared
            .requests
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Closes the port: from now on the network is gone for the app.
    pub fn stop(self) {}
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.ended.store(true, Ordering::SeqCst);
        // The listener sees the flag when it accepts this connection.
        let _ = TcpStream::connect(self.address);
        if let Some(listening) = self.listening.take() {
            let _ = listening.join();
        }
    }
}

fn listen(listener: &TcpListener, shared: &Arc<Shared>) {
    for stream in listener.incoming().flatten() {
        if shared.ended.load(Ordering::SeqCst) {
            return;
        }
        let shared = Arc::clone(shared);
        // A browser that goes away in the middle of an answer is no problem of the test.
        std::thread::spawn(move || drop(respond(stream, &shared)));
    }
}

fn respond(mut stream: TcpStream, shared: &Shared) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    // A connection opened ahead of need and closed unused asks for nothing.
    let Some(target) = first.split(' ').nth(1) else {
        return Ok(());
    };
    let path = target.split(['?', '#']).next().unwrap_or("/");
    shared
        .requests
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(path.to_owned());
    let file = path
        .strip_prefix(&shared.prefix)
        .and_then(|relative| find(&shared.root, relative));
    let (status, kind, body) =
        match file.and_then(|file| Some((media_type(&file), std::fs::read(&file).ok()?))) {
            Some((kind, body)) => ("200 OK", kind, body),
            None => ("404 Not Found", "text/plain", b"not found".to_vec()),
        };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         Vary: Accept, Accept-Encoding, Origin, Sec-Fetch-Mode\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(&body)
}

fn find(root: &Path, relative: &str) -> Option<PathBuf> {
    if relative.split('/').any(|part| part == "..") {
        return None;
    }
    let path = root.join(relative);
    let file = if relative.is_empty() || relative.ends_with('/') {
        path.join("index.html")
    } else {
        path
    };
    file.is_file().then_some(file)
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}
