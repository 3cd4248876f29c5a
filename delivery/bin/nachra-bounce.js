#!/usr/bin/env node
require('../dist/bounce/cli/main.js');
