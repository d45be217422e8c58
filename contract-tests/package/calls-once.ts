import { calls, type Configuration } from "./calls.ts"

console.log(JSON.stringify(await calls(JSON.parse(process.argv[2] ?? "{}") as Configuration)))
