"""The PyPI client `mcp`, a tool call for every line: `client.py MODE PROGRAM FOLDER`."""

import asyncio
import json
import os
import sys

from mcp import Client, StdioServerParameters


async def main(mode, program, folder):
    server = StdioServerParameters(command=program, args=["mcp", folder], env=dict(os.environ))
    async with Client(server, mode=mode) as client:
        listed = await client.list_tools()
        print(json.dumps({"tools": [tool.model_dump(mode="json", by_alias=True) for tool in listed.tools]}), flush=True)
        loop = asyncio.get_running_loop()
        while line := await loop.run_in_executor(None, sys.stdin.readline):
            asked = json.loads(line)
            result = await client.call_tool(asked["name"], asked["arguments"])
            answer = {
                "isError": bool(result.is_error),
                "text": result.content[0].text,
                "data": result.structured_content,
            }
            print(json.dumps(answer), flush=True)


asyncio.run(main(*sys.argv[1:]))
