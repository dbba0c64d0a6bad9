//! Parts made of the modules that came of dividing the program, so that most calls stay within a file.
//!
//! Modules call each other by places of the common table, which costs a browser many times what a call within a module
//! does, and nothing can be inlined. So what several parts reach is one module and not one for each set of parts, what
//! stands in the same file is called directly, and a small function of another file is there a second time.

use super::source::{Function, Source};
use crate::failure::Failure;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, FunctionSection, ImportSection, Module,
};

/// The parts by name, of the modules that each is made of. They must import nothing but memory, table and global, one of each,
/// and list the same types, as all modules of one program do. A function of another file is copied when it has, with those that
/// it takes along, no more than `copied` bytes.
///
/// # Errors
/// A module does not look like that.
pub fn assemble(
    first: &[u8],
    parts: &BTreeMap<String, Vec<Vec<u8>>>,
    copied: usize,
) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let made = Program::read(first, parts).and_then(|program| {
        let part = |(place, name): (usize, &String)| Ok((name.clone(), program.assemble(place + 1, copied)?));
        parts.keys().enumerate().map(part).collect()
    });
    made.map_err(|what: String| {
        Failure::new(
            format!("the parts of the program cannot be put together: {what}"),
            "see whether a newer wasm_split_cli_support divides otherwise",
        )
    })
}

/// A function: the place of its module and its number there.
type Key = (usize, u32);

/// All modules of the program.
struct Program<'a> {
    /// The first module's, then those of the parts.
    sources: Vec<Source<'a>>,
    /// The file that each becomes; 0 is the first module.
    files: Vec<usize>,
    /// Who stands at which place of the table.
    by_place: HashMap<u32, Key>,
    /// And the other way round.
    places: HashMap<Key, u32>,
    /// The name of the one global that parts have, which is the stack.
    stack: &'a str,
}

impl<'a> Program<'a> {
    fn read(first: &'a [u8], parts: &'a BTreeMap<String, Vec<Vec<u8>>>) -> Result<Self, String> {
        let (mut sources, mut files) = (vec![Source::read(first)?], vec![0]);
        for (place, module) in parts
            .values()
            .enumerate()
            .flat_map(|(n, modules)| modules.iter().map(move |one| (n, one)))
        {
            let source = Source::read(module)?;
            if bytes(&source.types) != bytes(&sources[0].types) {
                return Err("their types differ".to_owned());
            }
            if source.imported_functions > 0 {
                return Err("one of them imports a function".to_owned());
            }
            sources.push(source);
            files.push(place + 1);
        }
        let shared: BTreeSet<&str> = sources
            .iter()
            .skip(1)
            .flat_map(|source| source.globals.values().copied())
            .collect();
        if shared.len() > 1 {
            return Err(format!("the stack alone is to be shared, and {shared:?} are"));
        }
        let mut program = Self {
            sources,
            files,
            by_place: HashMap::new(),
            places: HashMap::new(),
            stack: shared.first().copied().unwrap_or_default(),
        };
        for (number, source) in program.sources.iter().enumerate() {
            for (begin, functions) in &source.placed {
                for (place, function) in (*begin..).zip(functions) {
                    program.by_place.insert(place, (number, *function));
                    program.places.insert((number, *function), place);
                }
            }
        }
        Ok(program)
    }

    fn function(&self, (source, index): Key) -> Option<&Function<'a>> {
        self.sources[source].function(index)
    }

    /// Who is called in the end by a call of a module.
    fn called(&self, source: usize, index: u32) -> Result<Key, String> {
        match self.function((source, index)).and_then(|function| function.hop) {
            Some(place) => self.by_place.get(&place).copied().ok_or_else(|| nobody_at(place)),
            None => Ok((source, index)),
        }
    }

    fn calls(&self, (source, index): Key) -> Result<Vec<Key>, String> {
        let function = self.function((source, index));
        let calls = function.map(|function| &function.calls[..]).unwrap_or_default();
        calls.iter().map(|called| self.called(source, *called)).collect()
    }

    /// Whether a function can be copied with all that others cannot reach by the table, and the whole is small.
    fn is_worth_a_copy(&self, function: Key, limit: usize) -> Result<bool, String> {
        let (mut taken, mut waiting, mut size) = (HashSet::from([function]), vec![function], 0);
        while let Some(key) = waiting.pop() {
            let Some(function) = self.function(key).filter(|function| !function.bound) else {
                return Ok(false);
            };
            let globals = &self.sources[key.0].globals;
            let is_stack = |global: &u32| globals.get(global).is_some_and(|name| *name == self.stack);
            if !function.globals.iter().all(is_stack) {
                return Ok(false);
            }
            size += function.size();
            if size > limit {
                return Ok(false);
            }
            let bound = self
                .calls(key)?
                .into_iter()
                .filter(|called| !self.places.contains_key(called));
            waiting.extend(bound.filter(|called| taken.insert(*called)));
        }
        Ok(true)
    }

    /// One of the files, with the functions of others that it has a second time.
    fn assemble(&self, file: usize, limit: usize) -> Result<Vec<u8>, String> {
        let sources = 0..self.sources.len();
        let own: Vec<usize> = sources.filter(|source| self.files[*source] == file).collect();
        let numbered = |&source: &usize| {
            (0..self.sources[source].functions.len() as u32).map(move |index| (source, index))
        };
        let does_something = |key: &Key| self.function(*key).is_some_and(|function| function.hop.is_none());
        let mut here: Vec<Key> = own.iter().flat_map(numbered).filter(does_something).collect();
        let mut numbers: HashMap<Key, u32> = (0..).zip(&here).map(|(number, key)| (*key, number)).collect();
        let mut elsewhere = BTreeSet::<u32>::new();
        let mut next = 0;
        while let Some(&key) = here.get(next) {
            next += 1;
            for called in self.calls(key)? {
                if numbers.contains_key(&called) {
                    continue;
                }
                match self.places.get(&called) {
                    Some(place) if elsewhere.contains(place) || !self.is_worth_a_copy(called, limit)? => {
                        elsewhere.insert(*place);
                    }
                    _ => {
                        numbers.insert(called, here.len() as u32);
                        here.push(called);
                    }
                }
            }
        }
        let hops = elsewhere.into_iter().zip(here.len() as u32..).collect();
        let writing = Writing {
            program: self,
            numbers: &numbers,
            hops: &hops,
            source: 0,
        };
        writing.file(&own, &here)
    }
}

/// A file while it is written.
struct Writing<'a> {
    program: &'a Program<'a>,
    /// The functions that it has, by their number in it.
    numbers: &'a HashMap<Key, u32>,
    /// The functions that hand on to a place of the table.
    hops: &'a BTreeMap<u32, u32>,
    /// The module whose code is being written.
    source: usize,
}

impl Reencode for Writing<'_> {
    type Error = String;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<String>> {
        let number = || {
            let called = self.program.called(self.source, function)?;
            let hop = || self.hops.get(self.program.places.get(&called)?);
            let number = self.numbers.get(&called).or_else(hop);
            number
                .copied()
                .ok_or_else(|| format!("function {called:?} was left out"))
        };
        number().map_err(Error::UserError)
    }

    /// Everything that can be imported stands at place 0 of its kind, whichever modules import it.
    fn global_index(&mut self, _: u32) -> Result<u32, Error<String>> {
        Ok(0)
    }
}

impl Writing<'_> {
    fn file(mut self, own: &[usize], here: &[Key]) -> Result<Vec<u8>, String> {
        let imports = self.imports(own)?;
        let (functions, code) = self.code(here)?;
        let (mut elements, mut data) = (ElementSection::new(), DataSection::new());
        for &source in own {
            self.source = source;
            for (place, placed) in &self.program.sources[source].placed {
                let placed = placed.iter().map(|function| self.function_index(*function));
                let placed: Vec<u32> = placed.collect::<Result<_, _>>().map_err(said)?;
                let place = ConstExpr::i32_const(place.cast_signed());
                elements.active(None, &place, Elements::Functions(placed.into()));
            }
            // Segments of other modules are kept empty in each, so that places stay; no code names a place.
            let segments = self.program.sources[source].data.iter();
            for segment in segments.filter(|segment| !segment.data.is_empty()) {
                self.parse_data(&mut data, segment.clone()).map_err(said)?;
            }
        }
        let mut module = Module::new();
        module
            .section(&self.program.sources[0].types)
            .section(&imports)
            .section(&functions)
            .section(&elements)
            .section(&code)
            .section(&data);
        Ok(module.finish())
    }

    fn imports(&mut self, own: &[usize]) -> Result<ImportSection, String> {
        let (mut section, mut imported) = (ImportSection::new(), BTreeSet::new());
        for import in own
            .iter()
            .flat_map(|source| &self.program.sources[*source].imports)
        {
            if imported.insert(import.name) {
                let kind = self.entity_type(import.ty).map_err(said)?;
                section.import(import.module, import.name, kind);
            }
        }
        match imported.len() {
            3 => Ok(section),
            _ => Err(format!(
                "memory, table and stack are to be imported, and {imported:?} are"
            )),
        }
    }

    fn code(&mut self, here: &[Key]) -> Result<(FunctionSection, CodeSection), String> {
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        let program = self.program;
        for &key in here {
            let function = program.function(key).ok_or("an imported function is copied")?;
            self.source = key.0;
            functions.function(function.ty);
            self.parse_function_body(&mut code, function.body.clone())
                .map_err(said)?;
        }
        for place in self.hops.keys() {
            let stands = program.by_place.get(place).and_then(|key| program.function(*key));
            let ty = stands.ok_or_else(|| nobody_at(*place))?.ty;
            functions.function(ty);
            code.function(&hop(*place, ty, program.sources[0].params[ty as usize]));
        }
        Ok((functions, code))
    }
}

fn said(error: Error<String>) -> String {
    error.to_string()
}

fn nobody_at(place: u32) -> String {
    format!("nobody stands at place {place} of the table")
}

/// A function that hands everything on to a place of the table.
fn hop(place: u32, ty: u32, params: u32) -> wasm_encoder::Function {
    let mut function = wasm_encoder::Function::new([]);
    let mut code = function.instructions();
    for argument in 0..params {
        code.local_get(argument);
    }
    code.i32_const(place.cast_signed()).call_indirect(0, ty).end();
    function
}

fn bytes(section: &impl wasm_encoder::Encode) -> Vec<u8> {
    let mut bytes = Vec::new();
    section.encode(&mut bytes);
    bytes
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// What every module of the program below begins with.
    const TYPES: &str = "(type (func)) (type (func (param i32) (result i32)))";
    const IMPORTS: &str = r#"(import "first" "memory" (memory 1)) (import "first" "table" (table 9 funcref))
        (import "first" "stack" (global (mut i32)))"#;

    fn module(rest: &str) -> Vec<u8> {
        wat::parse_str(format!("(module {TYPES} {rest})")).unwrap()
    }

    /// Its functions 0 to 4 stand at the places 1 to 5, and 5 at none.
    fn first() -> Vec<u8> {
        module(
            r#"(import "page" "alert" (func (type 0)))
            (global (;own;) (export "own") i32 (i32.const 7)) (global (;stack;) (export "stack") (mut i32) (i32.const 0))
            (memory (export "memory") 1) (table (export "table") 9 funcref)
            (func (;1: small, and takes 6 along;) (type 1) local.get 0 call 6 global.get 1 i32.add)
            (func (;2: calls the page;) (type 0) call 0)
            (func (;3: has a global of its own;) (type 1) global.get 0)
            (func (;4: large;) (type 0) nop nop nop nop nop nop nop nop nop nop nop nop nop nop nop nop nop nop nop nop)
            (func (;5: calls a small one that calls the page;) (type 0) call 2 call 2)
            (func (;6: at no place;) (type 1) local.get 0 i32.const 1 i32.add)
            (elem (i32.const 1) func 1 2 3 4 5) (elem (i32.const 6) funcref (ref.null func) (ref.null func) (ref.null func))"#,
        )
    }

    /// A module of a part, whose functions hand on to those places and are called by one that stands at `own`.
    fn part(own: u32, to: &[(u32, u32)]) -> Vec<u8> {
        let hop = |(place, ty): &(u32, u32)| match ty {
            0 => format!("(func (type 0) i32.const {place} call_indirect (type 0))"),
            _ => format!("(func (type 1) local.get 0 i32.const {place} call_indirect (type 1))"),
        };
        let call = |(number, (_, ty)): (usize, &(u32, u32))| match ty {
            0 => format!("call {}", number + 1),
            _ => format!("i32.const {number} call {} drop", number + 1),
        };
        let hops: Vec<String> = to.iter().map(hop).collect();
        let calls: Vec<String> = to.iter().enumerate().map(call).collect();
        module(&format!(
            "{IMPORTS} (func (type 0) {}) {} (elem (i32.const {own}) func 0) (data (i32.const {own}) \"{own}\") (data (i32.const 0) \"\")",
            calls.join(" "),
            hops.join(" ")
        ))
    }

    fn assembled(parts: &[(&str, Vec<Vec<u8>>)], copied: usize) -> BTreeMap<String, String> {
        let parts = parts
            .iter()
            .map(|(name, modules)| ((*name).to_owned(), modules.clone()))
            .collect();
        let made = assemble(&first(), &parts, copied).unwrap();
        let text = |(name, module): (String, Vec<u8>)| {
            wasmparser::validate(&module).unwrap();
            (name, wasmprinter::print_bytes(module).unwrap())
        };
        made.into_iter().map(text).collect()
    }

    /// The calls and hops of each function of a module, in their order.
    fn calls(text: &str) -> Vec<Vec<String>> {
        let functions = text.split("\n  (func ").skip(1);
        let of_one = |function: &str| {
            let mut place = "";
            let mut calls = Vec::new();
            for line in function.lines().map(str::trim) {
                if let Some(number) = line.strip_prefix("i32.const ") {
                    place = number;
                } else if let Some(number) = line.strip_prefix("call ") {
                    calls.push(number.to_owned());
                } else if line.starts_with("call_indirect") {
                    calls.push(format!("place {place}"));
                }
            }
            calls
        };
        functions.map(of_one).collect()
    }

    #[test]
    fn functions_of_one_file_call_each_other_and_keep_their_places() {
        let made = assembled(&[("one", vec![part(6, &[(7, 0)]), part(7, &[(6, 0)])])], 0);
        let text = &made["one"];
        assert_eq!(calls(text), [["1"], ["0"]]);
        assert!(text.contains("(elem (;0;) (i32.const 6) func 0)"), "{text}");
        assert!(text.contains("(elem (;1;) (i32.const 7) func 1)"), "{text}");
        assert_eq!(text.matches("(data ").count(), 2, "{text}");
    }

    #[test]
    fn a_small_function_of_another_file_is_copied_with_what_stands_at_no_place() {
        let made = assembled(&[("one", vec![part(6, &[(1, 1)])])], 40);
        let text = &made["one"];
        // The caller, the copy, and what the copy takes along.
        assert_eq!(calls(text), [vec!["1"], vec!["2"], vec![]]);
        // The stack is the one global that parts have.
        assert!(text.contains("global.get 0\n    i32.add"), "{text}");
    }

    #[test]
    fn what_is_large_or_bound_to_its_file_is_called_by_its_place() {
        let others = [(2, 0), (3, 1), (4, 0)];
        let made = assembled(&[("one", vec![part(6, &others)])], 15);
        let expected: [&[&str]; 4] = [&["1", "2", "3"], &["place 2"], &["place 3"], &["place 4"]];
        assert_eq!(calls(&made["one"]), expected);
        // Copied with what it takes along, the first one would be too large too.
        assert_eq!(
            calls(&assembled(&[("one", vec![part(6, &[(1, 1)])])], 10)["one"])[1],
            ["place 1"]
        );
    }

    #[test]
    fn a_copy_calls_by_its_place_what_cannot_be_copied() {
        let made = assembled(&[("one", vec![part(6, &[(5, 0)])])], 40);
        assert_eq!(calls(&made["one"]), [vec!["1"], vec!["2", "2"], vec!["place 2"]]);
    }

    #[test]
    fn parts_copy_from_each_other() {
        let two = [
            ("one", vec![part(6, &[(7, 0)])]),
            ("two", vec![part(7, &[(6, 0), (1, 1)])]),
        ];
        let apart = assembled(&two, 0);
        assert_eq!(calls(&apart["one"]), [["1"], ["place 7"]]);
        let near = assembled(&two, 40);
        // The caller, the other part's, the first module's, and what that takes along.
        assert_eq!(
            calls(&near["one"]),
            [vec!["1"], vec!["0", "2"], vec!["3"], vec![]]
        );
    }

    #[test]
    fn modules_of_two_programs_are_refused() {
        let other = wat::parse_str(format!("(module (type (func)) {IMPORTS})")).unwrap();
        let parts = BTreeMap::from([("one".to_owned(), vec![part(6, &[]), other])]);
        assert!(assemble(&first(), &parts, 0).is_err());
        let calling = module(&format!("(import \"first\" \"f\" (func (type 0))) {IMPORTS}"));
        let parts = BTreeMap::from([("one".to_owned(), vec![calling])]);
        assert!(assemble(&first(), &parts, 0).is_err());
        let other = module(&IMPORTS.replace("stack", "own"));
        let parts = BTreeMap::from([
            ("one".to_owned(), vec![part(6, &[])]),
            ("two".to_owned(), vec![other]),
        ]);
        assert!(assemble(&first(), &parts, 0).is_err());
        let nobody = BTreeMap::from([("one".to_owned(), vec![part(6, &[(8, 0)])])]);
        assert!(assemble(&first(), &nobody, 0).is_err());
    }
}
