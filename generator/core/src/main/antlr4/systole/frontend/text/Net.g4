/** The text form of a network. Generic: no kind of layer is known here, so a new one changes nothing. */
grammar Net;

net : item* EOF ;

item
    : 'network' name                    # networkItem
    | 'input' name ':' type             # inputItem
    | 'output' name                     # outputItem
    | 'build' name '=' call             # buildItem
    | name '=' call arrow? fold?        # layerItem
    ;

arrow : '->' type ;
fold  : 'fold' setting+ ;

setting   : name '=' number ;
type      : name shape? attribute* ;
shape     : '[' number (',' number)* ']' ;
attribute : NAME number ;

call     : name '(' (argument (',' argument)* ','?)? ')' ;
argument : (name '=')? value ;

value
    : number                            # numberValue
    | STRING                            # stringValue
    | name                              # wordValue
    | call                              # callValue
    | '[' (value (',' value)* ','?)? ']'  # listValue
    ;

number : NUMBER ;
name   : NAME | 'network' | 'input' | 'output' | 'fold' | 'build' ;

NAME    : [A-Za-z_] [A-Za-z0-9_]* ;
NUMBER  : [+-]? [0-9]+ ('.' [0-9]+)? ([eE] [+-]? [0-9]+)? ;
STRING  : '"' ~["\r\n]* '"' ;
COMMENT : '#' ~[\r\n]* -> skip ;
BLANK   : [ \t\r\n\u000C\uFEFF]+ -> skip ;

// What cannot be read is reported by the reader and hidden from the parser.
UNTERMINATED : '"' ~["\r\n]* -> type(STRING) ;
STRAY        : . -> channel(HIDDEN) ;
