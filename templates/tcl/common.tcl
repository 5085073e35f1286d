# What the flows share. All paths start from the folder of the design, wherever Vivado was started.
namespace eval systole {
    variable root [file dirname [file dirname [file normalize [info script]]]]
    variable out  [file join $root vivado]
}
source [file join $systole::root tcl design.tcl]

# A file of the design, which must be there.
proc systole::path {args} {
    variable root
    set path [file join $root {*}$args]
    if {![file exists $path]} { error "systole: $path is missing; write the folder again with: systole board" }
    return $path
}

# The Verilog files, in the order of their list.
proc systole::sources {} {
    variable list
    set file [open [path rtl $list]]
    set names [split [string trim [read $file]] \n]
    close $file
    set paths {}
    foreach name $names { lappend paths [path rtl $name] }
    return $paths
}

# The contents of the memories, which the Verilog reads by name.
proc systole::memories {} {
    variable root
    return [lsort [glob -nocomplain [file join $root rtl *.mem]]]
}

# A fresh folder for what Vivado makes.
proc systole::fresh {args} {
    variable out
    set folder [file join $out {*}$args]
    file delete -force $folder
    file mkdir $folder
    return $folder
}

# Takes away what an earlier run made, lest it is taken for what this one makes.
proc systole::forget {} {
    variable out
    variable design
    foreach ending {bit bin hwh xsa hdf} { file delete [file join $out $design.$ending] }
}

# The newest of an IP, whatever versions this Vivado has. Several names: the first that it has at all.
proc systole::newest {args} {
    foreach vln $args {
        set found [lsort -dictionary [get_ipdefs -quiet -all "$vln:*"]]
        if {[llength $found] > 0} { return [lindex $found end] }
    }
    error "systole: this Vivado has none of $args"
}

# The number in a row of the utilization report, such as "| DSPs | 12 | ...".
proc systole::used {report row} {
    if {![regexp "\\|\\s*$row\\*?\\s*\\|\\s*(\[0-9.\]+)" $report all number]} {
        error "systole: the utilization report has no row '$row'"
    }
    return $number
}

# Writes the reports, tells what was used of what was predicted, and fails if the clock is not met.
proc systole::check {folder} {
    variable predicted
    variable mhz
    set report [report_utilization -return_string]
    report_utilization -file [file join $folder utilization.rpt]
    report_timing_summary -file [file join $folder timing.rpt]
    report_cdc -file [file join $folder cdc.rpt]
    set actual [dict create \
        lut [used $report {(?:Slice|CLB) LUTs}] dsp [used $report DSPs] ramb18 [expr {2 * [used $report {Block RAM Tile}]}]]
    puts [format {systole: %-8s %10s %10s} {} used predicted]
    dict for {resource count} $predicted {
        puts [format {systole: %-8s %10.0f %10.0f} $resource [dict get $actual $resource] $count]
    }
    foreach {kind option} {setup -setup hold -hold} {
        set paths [get_timing_paths $option -max_paths 1 -nworst 1]
        if {[llength $paths] == 0} { error "systole: no path is timed for $kind: the constraints were not read" }
        set slack [get_property SLACK [lindex $paths 0]]
        puts "systole: $kind slack $slack ns at $mhz MHz"
        if {$slack < 0} {
            error "systole: the clock of $mhz MHz is not met by $slack ns ($kind), see [file join $folder timing.rpt].\
                Build the design for a slower one: systole board ... --clock MHZ"
        }
    }
}

# Fails unless a run has come to its end.
proc systole::finished {run} {
    if {[get_property PROGRESS [get_runs $run]] ne "100%"} {
        error "systole: $run failed: [get_property STATUS [get_runs $run]]; its log is in [get_property DIRECTORY [get_runs $run]]"
    }
}
