#!/usr/bin/env node
require('../dist/incoming/bounce/cli/main.js');
