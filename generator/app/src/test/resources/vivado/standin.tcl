# A stand-in for Vivado:   tclsh standin.tcl SCRIPT ?ARGUMENT ...?
#
# It knows the forms of the commands that Systole's scripts use (UG835), and keeps a model of what they make: files,
# modules with their ports, runs, blocks with pins. What Vivado would refuse ends the run with status 3: an unknown
# command or option, a file that is not there, a pin that does not exist or is driven twice, steps in a wrong order.
# A few settings come from the environment: STANDIN_AGE (old, new), STANDIN_SLACK (ns), STANDIN_BOARDS (0: no files).
namespace eval standin {
    variable stage none     ;# of the open design: none, synth, opt, place, phys_opt, route
    variable project {}     ;# name, folder and part
    variable files          ;# by fileset
    variable xdc {}         ;# constraint files
    variable mems {}        ;# memory files
    variable modules {}     ;# ports of each module: name, direction, bits
    variable wanted {}      ;# memory files that modules read
    variable top {}
    variable runs           ;# state of each run
    variable checked 0      ;# whether slack was asked for
    variable age   [expr {[info exists ::env(STANDIN_AGE)] ? $::env(STANDIN_AGE) : "now"}]
    variable slack [expr {[info exists ::env(STANDIN_SLACK)] ? $::env(STANDIN_SLACK) : 0.125}]
    variable boards [expr {[info exists ::env(STANDIN_BOARDS)] ? $::env(STANDIN_BOARDS) : 1}]
}

proc standin::refuse {message} {
    puts stderr "standin: $message"
    exit 3
}

# Defines a command: its flags, options with a value, how many arguments. The body sees "opt", a dictionary, and "words".
proc standin::command {name flags options least most body} {
    if {[string match *::* $name]} { namespace eval ::[namespace qualifiers $name] {} }
    proc ::$name {args} [format {
        set opt {}
        set words {}
        for {set i 0} {$i < [llength $args]} {incr i} {
            set word [lindex $args $i]
            if {$word in {%s}} {
                dict set opt $word 1
            } elseif {$word in {%s}} {
                incr i
                if {$i >= [llength $args]} { standin::refuse "%s: $word wants a value" }
                dict set opt $word [lindex $args $i]
            } elseif {[regexp {^-[a-z]} $word]} {
                standin::refuse "%s has no option $word"
            } else {
                lappend words $word
            }
        }
        if {[llength $words] < %s || [llength $words] > %s} {
            standin::refuse "%s wants %s to %s arguments, not [llength $words]: $args"
        }
        %s
    } $flags $options $name $name $least $most $name $least $most $body]
}

proc unknown {name args} { standin::refuse "there is no command $name" }

proc standin::need {condition message} {
    if {![uplevel 1 [list expr $condition]]} { refuse [uplevel 1 [list subst $message]] }
}

proc standin::existing {paths} {
    foreach path $paths { if {![file exists $path]} { refuse "there is no file $path" } }
}

proc standin::touch {path {text {}}} {
    set file [open $path w]
    puts $file $text
    close $file
}

# Notes the modules of a Verilog file with their ports, and the memory files that it reads.
proc standin::parse {path} {
    variable modules
    variable wanted
    set file [open $path]
    set text [read $file]
    close $file
    regsub -all {//[^\n]*} $text {} text
    set end 0
    while {[regexp -indices -start $end {\mmodule\s+(\w+)} $text all name]} {
        set begin [lindex $all 1]
        set end [string first ");" $text $begin]
        set name [string range $text {*}$name]
        set header [string range $text $begin $end]
        set ports {}
        foreach {port way range id} [regexp -all -inline {\m(input|output)\s+(?:wire|reg)?\s*(\[\s*\d+\s*:\s*0\s*\])?\s*(\w+)} $header] {
            set bits 1
            if {[regexp {\d+} $range msb]} { set bits [expr {$msb + 1}] }
            dict set ports $id [list $way $bits]
        }
        dict set modules $name $ports
    }
    foreach {all name} [regexp -all -inline {\.FILE\("([^"]+)"\)} $text] { lappend wanted $name }
}

# ---------------------------------------------------------------- files
standin::command create_project {-in_memory -force} {-part} 0 2 {
    standin::need {[dict exists $opt -part]} {create_project without -part: the default would be another chip}
    standin::need {[dict exists $opt -in_memory] || [llength $words] == 2} {create_project wants a name and a folder}
    set standin::project [list [lindex $words 0] [lindex $words 1] [dict get $opt -part]]
    foreach list {xdc mems modules wanted} { set standin::$list {} }
    array unset standin::files
    array set standin::files {sources_1 {} constrs_1 {}}
    array set standin::runs {synth_1 none impl_1 none}
    set standin::stage none
}
standin::command close_project {} {} 0 0 { set standin::project {} }
standin::command current_project {} {} 0 0 { return project@[lindex $standin::project 0] }

proc standin::add {fileset paths} {
    variable files
    variable xdc
    variable mems
    need {[info exists files($fileset)]} {there is no fileset $fileset}
    existing $paths
    foreach path $paths {
        lappend files($fileset) $path
        switch -- [file extension $path] {
            .v { parse $path }
            .xdc { lappend xdc $path }
            .mem { lappend mems [file tail $path] }
            default { refuse "what is $path?" }
        }
    }
}
standin::command read_verilog {-sv} {-library} 1 1 { standin::add sources_1 [lindex $words 0] }
standin::command read_mem {} {} 1 1 { standin::add sources_1 [lindex $words 0] }
standin::command read_xdc {-unmanaged} {-ref -cells} 1 1 { standin::add constrs_1 [lindex $words 0] }
standin::command add_files {-norecurse -quiet} {-fileset} 1 1 { standin::add [dict get $opt -fileset] [lindex $words 0] }
standin::command get_filesets {-quiet} {} 1 1 {
    standin::need {[info exists standin::files([lindex $words 0])]} {there is no fileset [lindex $words 0]}
    return fileset@[lindex $words 0]
}
standin::command update_compile_order {} {-fileset} 0 0 { get_filesets [dict get $opt -fileset] }
standin::command get_files {-quiet} {} 1 1 {
    foreach path [concat $standin::files(sources_1) $standin::files(constrs_1)] { if {[file tail $path] eq [lindex $words 0]} { return $path } }
    standin::refuse "no file is called [lindex $words 0]"
}

# ---------------------------------------------------------------- steps
proc standin::step {from to} {
    variable stage
    need {$stage in $from} {$to after $stage}
    set stage $to
}

# A top with its memories and constraints, which must find the objects they name.
proc standin::elaborate {module} {
    variable modules
    variable wanted
    variable mems
    variable xdc
    variable top
    need {[dict exists $modules $module]} {there is no module $module}
    foreach name $wanted { if {$name ni $mems} { refuse "the memory file $name was not read" } }
    set top $module
    foreach path $xdc { uplevel #0 [list source $path] }
}
standin::command synth_design {} {-top -part -flatten_hierarchy} 0 0 {
    standin::step none synth
    standin::elaborate [dict get $opt -top]
}
foreach {name from} {opt {synth} place {opt} phys_opt {place} route {place phys_opt}} {
    standin::command ${name}_design {} {-directive} 0 0 [list standin::step $from $name]
}
standin::command close_design {} {} 0 0 { set standin::stage none }
standin::command write_checkpoint {-force} {} 1 1 { standin::touch [lindex $words 0] }
standin::command report_utilization {-return_string -hierarchical} {-file -cells} 0 0 {
    standin::need {$standin::stage eq "route"} {report_utilization before the design is routed}
    if {[dict exists $opt -file]} { standin::touch [dict get $opt -file] }
    set luts [expr {[string match xc7* [lindex $standin::project 2]] ? "Slice LUTs" : "CLB LUTs  "}]
    return "| Site Type              | Used | Fixed | Available | Util% |\n| $luts             | 1234 |     0 |     20800 |  1.00 |\n|   LUT as Logic         |  34 |     0 |     20800 |  1.00 |\n| Block RAM Tile |  2.5 |     0 |        50 |  5.00 |\n| DSPs      |   7 |     0 |        90 |  7.00 |"
}
foreach name {report_timing_summary report_cdc} {
    standin::command $name {-return_string} {-file} 0 0 { standin::touch [dict get $opt -file] }
}
standin::command get_timing_paths {-setup -hold} {-max_paths -nworst} 0 0 {
    standin::need {$standin::stage eq "route"} {get_timing_paths before the design is routed}
    standin::need {[dict exists $opt -setup] != [dict exists $opt -hold]} {get_timing_paths wants -setup or -hold}
    return path@[expr {[dict exists $opt -setup] ? "setup" : "hold"}]
}
standin::command write_bitstream {-force -bin_file} {} 1 1 {
    standin::need {$standin::stage eq "route" && $standin::checked} {a bitstream before the slack was looked at}
    standin::touch [lindex $words 0]
}

# ---------------------------------------------------------------- runs
standin::command get_runs {} {} 1 1 {
    standin::need {[info exists standin::runs([lindex $words 0])]} {there is no run [lindex $words 0]}
    return run@[lindex $words 0]
}
standin::command launch_runs {} {-jobs -to_step} 1 1 {
    set run [lindex $words 0]
    get_runs $run
    if {$run eq "synth_1"} { standin::elaborate $standin::top }
    if {$run eq "impl_1"} { standin::need {$standin::runs(synth_1) eq "done"} {impl_1 before synth_1} }
    set standin::runs($run) launched
    set folder [file join [lindex $standin::project 1] runs $run]
    file mkdir $folder
    if {[dict exists $opt -to_step]} {
        standin::need {[dict get $opt -to_step] eq "write_bitstream"} {there is no step [dict get $opt -to_step]}
        standin::need {$standin::checked} {a bitstream before the slack was looked at}
        standin::touch [file join $folder $standin::top.bit]
    }
}
standin::command wait_on_run {} {} 1 1 {
    standin::need {$standin::runs([lindex $words 0]) eq "launched"} {[lindex $words 0] was not launched}
    set standin::runs([lindex $words 0]) done
}
standin::command open_run {} {-name} 1 1 {
    standin::need {$standin::runs([lindex $words 0]) eq "done"} {[lindex $words 0] has not run}
    set standin::stage route
}

# ---------------------------------------------------------------- constraints
standin::command get_ports {-quiet} {} 1 1 {
    set ports [dict get $standin::modules $standin::top]
    standin::need {[dict exists $ports [lindex $words 0]]} {$standin::top has no port [lindex $words 0]}
    return port@[lindex $words 0]
}
standin::command get_pins {-quiet -hierarchical} {-filter} 0 1 { return pin@[lindex $words 0] }
standin::command get_cells {-quiet -hierarchical} {-filter} 0 1 { return cell@[lindex $words 0] }
standin::command get_clocks {-quiet} {-of_objects} 0 1 { return clock@ }
standin::command create_clock {-add} {-name -period -waveform} 1 1 {}
standin::command create_generated_clock {-add} {-name -source -divide_by} 1 1 {}
standin::command set_false_path {-quiet} {-from -to -through} 0 0 {}
standin::command set_max_delay {-datapath_only} {-from -to} 1 1 {}
standin::command set_bus_skew {} {-from -to} 1 1 {}
standin::command current_design {} {} 0 0 { return design@ }

# ---------------------------------------------------------------- properties
proc standin::set_one {name value object} {
    set kind [lindex [split $object @] 0]
    set known [dict create \
        fileset {top} project {board_part ip_repo_paths} port {PACKAGE_PIN IOSTANDARD} \
        design {CFGBVS CONFIG_VOLTAGE BITSTREAM.CONFIG.SPI_BUSWIDTH BITSTREAM.CONFIG.CONFIGRATE BITSTREAM.GENERAL.COMPRESS} \
        device {PROGRAM.FILE} bd {synth_checkpoint_mode} xdc {PROCESSING_ORDER} \
        core {name version display_name description supported_families} segment {offset range}]
    if {$kind eq "bdcell"} { return [configure $object $name $value] }
    if {[file extension $object] in {.bd .xdc}} { set kind [string range [file extension $object] 1 end] }
    need {[dict exists $known $kind] && $name in [dict get $known $kind]} {$object has no property $name}
    switch -- $kind/$name {
        fileset/top { set standin::top $value }
        project/ip_repo_paths { set standin::repositories $value }
        core/name { set standin::core_name $value }
        device/PROGRAM.FILE { existing [list $value] }
        segment/offset { set standin::offset($object) $value }
    }
}
standin::command set_property {-quiet} {-dict} 1 3 {
    if {[dict exists $opt -dict]} {
        standin::need {[llength $words] == 1} {set_property -dict wants one object}
        dict for {name value} [dict get $opt -dict] { standin::set_one $name $value [lindex $words 0] }
    } else {
        standin::need {[llength $words] == 3} {set_property wants a name, a value and an object: $words}
        foreach object [lindex $words 2] { standin::set_one [lindex $words 0] [lindex $words 1] $object }
    }
}
standin::command get_property {-quiet} {} 2 2 {
    lassign $words name object
    lassign [split $object @] kind id
    switch -- $kind/$name {
        path/SLACK { set standin::checked 1; return $standin::slack }
        run/PROGRESS { return [expr {$standin::runs($id) eq "done" ? "100%" : "0%"}] }
        run/STATUS { return $standin::runs($id) }
        run/DIRECTORY { return [file join [lindex $standin::project 1] runs $id] }
        default { standin::refuse "$object has no property $name" }
    }
}

# ---------------------------------------------------------------- the board
standin::command [expr {$standin::age eq "old" ? "open_hw" : "open_hw_manager"}] {} {} 0 0 {}
standin::command connect_hw_server {} {-url} 0 0 {}
standin::command open_hw_target {} {} 0 1 {}
standin::command get_hw_devices {-quiet} {} 0 1 {
    set found {}
    foreach name {arm_dap_0 xc7a35t_0 xc7k325t_0 xc7s50_0 xc7z020_1 xck26_0 xczu3_0} {
        if {[string match [lindex $words 0] $name]} { lappend found device@$name }
    }
    return $found
}
standin::command current_hw_device {} {} 1 1 {}
standin::command program_hw_devices {} {} 1 1 {}
standin::command close_hw_target {} {} 0 1 {}

source [file join [file dirname [file normalize [info script]]] standin_bd.tcl]
set argv [lassign $argv script]
if {[catch { source $script } message]} {
    puts stderr $message
    exit 1
}
