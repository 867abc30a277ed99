// Go takes a function without a body, as compilePolicy in policy.go, only in a package that has an assembly file.
